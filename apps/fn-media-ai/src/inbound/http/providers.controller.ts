import { Controller, Get, Header, SerializeOptions } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { ReadProviders } from '../../use-cases/analyses/read-providers.ts';

const providersResponse = z.object({
  day: z.iso.date().describe('UTC.'),
  budgetMicros: z.int(),
  spentMicros: z.int().describe('By all replicas and providers.'),
  providers: z.array(
    z.object({
      name: z.string(),
      model: z.string(),
      promptVersion: z.string().nullable(),
      state: z.enum(['ready', 'no-key', 'breaker-open', 'budget-spent']),
      breaker: z.enum(['closed', 'half-open', 'open']).describe('Of this replica.'),
      spentMicros: z.int(),
      cache: z
        .object({ hits: z.int(), misses: z.int(), hitRate: z.number().nullable() })
        .describe('Of this replica, since it started.'),
      underWay: z.int(),
      waiting: z.int(),
    }),
  ),
});
type ProvidersResponse = z.infer<typeof providersResponse>;

@ApiTags('vision')
@Controller('providers')
export class ProvidersController {
  constructor(private readonly readProviders: ReadProviders) {}

  @Get()
  @Header('Cache-Control', 'private, no-store')
  @ApiOperation({ summary: 'Vision models in the order in which they are asked, how they are and what they cost' })
  @SerializeOptions({ schema: providersResponse })
  async read(): Promise<ProvidersResponse> {
    const { providers, ...state } = await this.readProviders.run();
    return { ...state, providers: [...providers] };
  }
}
