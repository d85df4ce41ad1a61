/** What a frontend sends for a blue backpack; say only what matters to the test. */
export function aReportRequest(different: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    kind: 'lost',
    title: 'Blue backpack',
    category: 'bags.backpack',
    location: { lat: 52.525, lng: 13.3694, address: 'Main station, platform 7' },
    occurredFrom: '2026-01-10T08:00:00Z',
    occurredTo: '2026-01-10T09:00:00Z',
    timeZone: 'Europe/Berlin',
    language: 'en',
    ...different,
  };
}
