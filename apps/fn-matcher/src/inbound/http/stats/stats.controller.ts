import { Controller, Get, SerializeOptions } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ReadStats } from '../../../use-cases/stats/read-stats.ts';
import { type StatsResponse, statsResponse, toStatsResponse } from './stats.response.ts';

@ApiTags('stats')
@Controller('stats')
export class StatsController {
  constructor(private readonly readStats: ReadStats) {}

  @Get()
  @ApiOperation({
    summary: 'How much there is, and how good the matching is',
    description: 'Over all organizations: matches by tier and status, what people made of them, how long it took.',
  })
  @SerializeOptions({ schema: statsResponse })
  async read(): Promise<StatsResponse> {
    return toStatsResponse(await this.readStats.run());
  }
}
