// The content of the product, loaded once for all test files of a worker. Nothing may change it.
import { loadProduct } from '../../pipeline/content-check/check.ts'

export const product = await loadProduct()
