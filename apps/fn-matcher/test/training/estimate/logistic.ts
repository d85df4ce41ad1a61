import { solve } from './solve.ts';

export interface Example {
  readonly features: readonly number[];
  readonly isMatch: boolean;
}

export interface Pull {
  /** Where each coefficient stands without examples … */
  readonly towards: readonly number[];
  /** … and how firmly. */
  readonly strength: readonly number[];
}

const ROUNDS = 30;

/** Regularised logistic regression by Newton's method: coefficients, in nats per unit of each feature. */
export function logisticRegression(examples: readonly Example[], { towards, strength }: Pull): number[] {
  let coefficients = [...towards];
  for (let round = 0; round < ROUNDS; round += 1) {
    const gradient = coefficients.map((value, at) => (strength[at] ?? 0) * ((towards[at] ?? 0) - value));
    const curve = coefficients.map((_, at) =>
      coefficients.map((__, to) => (at === to ? (strength[at] ?? 0) + 1e-9 : 0)),
    );
    for (const { features, isMatch } of examples) add(gradient, curve, coefficients, { features, isMatch });
    const step = solve(curve, gradient);
    coefficients = coefficients.map((value, at) => value + (step[at] ?? 0));
    if (Math.max(...step.map(Math.abs)) < 1e-7) break;
  }
  return coefficients;
}

function add(
  gradient: number[],
  curve: number[][],
  coefficients: readonly number[],
  { features, isMatch }: Example,
): void {
  const sum = features.reduce((total, value, at) => total + value * (coefficients[at] ?? 0), 0);
  const chance = 1 / (1 + Math.exp(-sum));
  const [miss, steep] = [(isMatch ? 1 : 0) - chance, Math.max(1e-12, chance * (1 - chance))];
  for (let at = 0; at < features.length; at += 1) {
    const value = features[at] ?? 0;
    if (value === 0) continue;
    gradient[at] = (gradient[at] ?? 0) + value * miss;
    const row = curve[at] ?? [];
    for (let to = 0; to < features.length; to += 1) row[to] = (row[to] ?? 0) + value * (features[to] ?? 0) * steep;
  }
}
