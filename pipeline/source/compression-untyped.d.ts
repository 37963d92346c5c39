// The two codec packages ship no types.
declare module 'kafkajs-snappy' {
  const make: () => unknown
  export default make
}
declare module 'lz4js' {
  const lz4: {
    decompress(frame: Uint8Array, maximum: number): Uint8Array
    decompressBound(frame: Uint8Array): number
  }
  export default lz4
}
