import { Controller, Get, SerializeOptions } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ReadStats } from '../../use-cases/posts/read-stats.ts';
import { type StatsResponse, statsResponse } from './stats.response.ts';

@ApiTags('stats')
@Controller('stats')
export class StatsController {
  constructor(private readonly readStats: ReadStats) {}

  @Get()
  @ApiOperation({ summary: 'How many reports this service has taken in' })
  @SerializeOptions({ schema: statsResponse })
  async read(): Promise<StatsResponse> {
    return this.readStats.run();
  }
}
