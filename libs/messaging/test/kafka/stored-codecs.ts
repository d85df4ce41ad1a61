import kafkajs from 'kafkajs';

const { CompressionCodecs, CompressionTypes } = kafkajs;

type Folded = { readonly buffer: Buffer };

/** Snappy and LZ4 without any compression: valid, and enough to write what our consumers must read. */
export function writeStoredCodecs(): void {
  const extend = (type: 2 | 3, compress: (bytes: Buffer) => Buffer) => {
    const codec = CompressionCodecs[type]() as object;
    CompressionCodecs[type] = () => ({ ...codec, compress: async ({ buffer }: Folded) => compress(buffer) });
  };
  extend(CompressionTypes.Snappy, (bytes) => {
    const head = Buffer.alloc(10);
    const size = Buffer.from([(bytes.length & 0x7f) | 0x80, ((bytes.length >>> 7) & 0x7f) | 0x80, bytes.length >>> 14]);
    head[0] = (60 + 3) << 2;
    head.writeUInt32LE(bytes.length - 1, 1);
    return Buffer.concat([size, head.subarray(0, 5), bytes]);
  });
  extend(CompressionTypes.LZ4, (bytes) => {
    const head = Buffer.from('04224d1860408200000000', 'hex');
    head.writeUInt32LE((bytes.length | 0x80000000) >>> 0, 7);
    return Buffer.concat([head, bytes, Buffer.alloc(4)]);
  });
}
