/** The posts that this service knows. */
export interface ReportedPosts {
  countByKind(): Promise<ReadonlyMap<string, number>>;
}
