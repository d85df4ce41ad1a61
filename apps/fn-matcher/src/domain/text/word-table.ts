/** A row of a tab-separated file by the names in its first line. */
export type TableRow = Readonly<Record<string, string>>;

/** The files of `lexicon/`, read. */
export interface LexiconTables {
  readonly items: readonly TableRow[];
  readonly parts: readonly TableRow[];
  readonly materials: readonly TableRow[];
  readonly looks: readonly TableRow[];
  readonly states: readonly TableRow[];
  readonly places: readonly TableRow[];
  readonly nations: readonly TableRow[];
  readonly colors: readonly TableRow[];
  readonly brands: readonly TableRow[];
  readonly families: readonly TableRow[];
  readonly bareModels: readonly TableRow[];
  readonly functionWords: readonly TableRow[];
}

export function tableOf(text: string): TableRow[] {
  const [head = '', ...lines] = text.split(/\r?\n/);
  const names = head.split('\t');
  const filled = lines.filter((line) => line.trim() !== '');
  return filled.map((line) => {
    const cells = line.split('\t');
    return Object.fromEntries(names.map((name, at) => [name, cells[at]?.trim() ?? '']));
  });
}

/** What a cell lists between commas. */
export function listOf(cell: string | undefined): string[] {
  return (cell ?? '').split(',').flatMap((part) => part.trim() || []);
}
