/** What the page offers to paste into a terminal; `url` is where fn-posts listens. */
export const exampleFor = (url: string): string => `TOKEN=$(npm run --silent fn -- token --user alex)
curl -s ${url}/api/v1/posts \\
  -H "authorization: Bearer $TOKEN" -H 'content-type: application/json' \\
  -d '{"kind":"lost","title":"Blue backpack","category":"bags.backpack",
       "location":{"lat":52.525,"lng":13.3694},"timeZone":"Europe/Berlin","language":"en",
       "occurredFrom":"2026-01-10T08:00:00Z","occurredTo":"2026-01-10T09:00:00Z"}'`;
