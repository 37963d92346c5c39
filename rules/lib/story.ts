// What story files and those who tell them need, under one name.
export { retell, type Told } from './story/retell.ts'
export { checkStory, type Step, type Story, story } from './story/story.ts'
