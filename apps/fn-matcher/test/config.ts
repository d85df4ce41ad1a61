/** How many orders of events the property of matching is tried on: few with every test run, many when somebody asks. */
export function interleavings(): number {
  return Number(process.env['MATCHER_INTERLEAVINGS'] ?? 3);
}
