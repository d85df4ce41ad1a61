/** What somebody at a desk types in, every field of it. */
export const SAMPLE_REPORT = JSON.stringify({
  kind: 'found',
  title: 'Black suitcase with a red ribbon',
  description:
    'Found under seat 44 of the 10:05 from Vienna; four wheels, scratched on one side, a name tag without a name.',
  category: 'bags.suitcase',
  tags: ['suitcase', 'hard shell'],
  attributes: { brand: 'Samsonite', model: null, color: ['black', 'red'], material: 'polycarbonate', marks: null },
  location: { lat: 48.1402, lng: 11.5586, accuracyMeters: 25, address: 'Central station, platform 12' },
  radiusMeters: 500,
  occurredFrom: '2026-02-27T09:10:00+01:00',
  occurredTo: '2026-02-27T09:40:00+01:00',
  timeZone: 'Europe/Berlin',
  visibility: 'public',
  language: 'en',
  reward: null,
  identifiers: [],
  proof: [],
  photoUploadIds: [],
});
