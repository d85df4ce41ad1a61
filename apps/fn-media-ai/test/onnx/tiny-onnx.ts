/** Protocol Buffers, as much of them as a model of three operators needs. */
const varint = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)]);
const number = (field: number, value: number) => Buffer.from([field << 3, ...varint(value)]);
const bytes = (field: number, ...parts: Array<Buffer | string>) => {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part as Buffer)));
  return Buffer.concat([Buffer.from([(field << 3) | 2, ...varint(body.length)]), body]);
};

const FLOAT = 1;

function tensorType(name: string, dims: ReadonlyArray<number | string>, type: number): Buffer {
  const shape = dims.map((dim) => bytes(1, typeof dim === 'number' ? number(1, dim) : bytes(2, dim)));
  return Buffer.concat([bytes(1, name), bytes(2, bytes(1, number(1, type), bytes(2, ...shape)))]);
}

function operator(name: string, input: string, output: string): Buffer {
  return bytes(1, bytes(1, input), bytes(2, output), bytes(4, name));
}

export interface TinyModel {
  readonly inputs?: ReadonlyArray<readonly [name: string, dims: ReadonlyArray<number | string>]>;
  /** Names of operators of one input and one output, one after the other. */
  readonly operators?: readonly string[];
  readonly output?: string;
  readonly outputDims?: readonly number[];
  /** An output beside it, of the last but one operator. */
  readonly secondOutput?: string;
  readonly type?: number;
}

/** An ONNX file: the mean of each channel of a picture of 8 x 8, unless something else is asked for. */
export function tinyModel({
  inputs = [['pixel_values', ['batch', 3, 8, 8]]],
  operators = ['GlobalAveragePool', 'Flatten'],
  output = 'image_embeds',
  outputDims = [1, 3],
  secondOutput = '',
  type = FLOAT,
}: TinyModel = {}): Buffer {
  const names = [
    inputs[0]?.[0] ?? '',
    ...operators.slice(1).map((_, index) => secondOutput || `step_${index}`),
    output,
  ];
  const nodes = operators.map((name, index) => operator(name, names[index] ?? '', names[index + 1] ?? ''));
  const graph = [
    ...nodes,
    bytes(2, 'tiny'),
    ...inputs.map(([name, dims]) => bytes(11, tensorType(name, dims, type))),
    bytes(12, tensorType(output, outputDims, type)),
    ...(secondOutput === '' ? [] : [bytes(12, tensorType(secondOutput, [1, 3, 1, 1], type))]),
  ];
  const opset = bytes(8, bytes(1, ''), number(2, 13));
  return Buffer.concat([number(1, 8), bytes(7, ...graph), opset]);
}
