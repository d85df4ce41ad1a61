import { makeReference } from '../src/domain/item-reference.ts';
import type { ReportContext } from '../src/domain/post.ts';
import type { ItemReport } from '../src/domain/post-state.ts';

/** A blue backpack, lost at a station; say only what matters to the test. */
export function aReport(different: Partial<ItemReport> = {}): ItemReport {
  return {
    kind: 'lost',
    title: 'Blue backpack',
    description: 'Left on the bench at platform 7.',
    category: 'bags.backpack',
    attributes: { brand: 'Deuter', model: null, color: ['blue'], material: 'nylon', marks: null },
    location: { lat: 52.525, lng: 13.3694, accuracyMeters: 20, address: 'Main station, platform 7' },
    radiusMeters: 1000,
    occurredFrom: new Date('2026-02-27T08:00:00Z'),
    occurredTo: new Date('2026-02-27T09:00:00Z'),
    timeZone: 'Europe/Berlin',
    visibility: 'public',
    language: 'en',
    reward: null,
    ...different,
  };
}

export function aReportContext(different: Partial<ReportContext> = {}): ReportContext {
  return {
    id: '0198c0de-0000-7000-8000-000000000001',
    authorId: '0198c0de-0000-7000-8000-00000000000a',
    orgId: null,
    reference: makeReference(Uint8Array.of(1, 2, 3, 4, 5, 6, 7)),
    publicPlace: { lat: 52.5262, lng: 13.3711 },
    now: new Date('2026-03-01T12:00:00Z'),
    ...different,
  };
}
