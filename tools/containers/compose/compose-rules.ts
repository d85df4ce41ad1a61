import type { ComposeRule } from './compose-rule.ts';
import { hardeningRules } from './hardening-rules.ts';
import { networkRules } from './network-rules.ts';
import { orderRules } from './order-rules.ts';
import { secretRules } from './secret-rules.ts';
import { variableRules } from './variable-rules.ts';

export const COMPOSE_RULES: readonly ComposeRule[] = [
  ...hardeningRules,
  ...orderRules,
  ...networkRules,
  ...secretRules,
  ...variableRules,
];
