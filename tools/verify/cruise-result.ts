export interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
  readonly cycle?: ReadonlyArray<{ readonly name: string }>;
}

interface CruiseResult {
  readonly summary: {
    readonly violations: readonly Violation[];
    readonly totalCruised: number;
    readonly ruleSetUsed: { readonly forbidden: ReadonlyArray<{ readonly name: string; readonly comment?: string }> };
  };
}

export function readResult(stdout: string, stderr: string): CruiseResult {
  try {
    return JSON.parse(stdout) as CruiseResult;
  } catch (cause) {
    throw new Error(`dependency-cruiser gave no result: ${stderr.trim()}`, { cause });
  }
}
