export interface DecodedEvent {
  /** Catalog name: `post.created`. */
  readonly name: string;
  readonly version: number;
  readonly payload: unknown;
}

/** Reads a framed Avro body with this service's own reader schema. `EventDecoder` of @foundnow/contracts is one. */
export interface Decoder {
  decode(value: Uint8Array): DecodedEvent | Promise<DecodedEvent>;
}
