import { describe, expect, it } from '@jest/globals';
import { createMetrics } from './create-metrics.ts';

describe('createMetrics', () => {
  it('names rate, errors and duration of a route as OpenTelemetry does', async () => {
    const metrics = createMetrics('fn-posts', { version: '1.2.3', processMetrics: false });
    metrics.observeRequest({ method: 'POST', route: '/api/v1/posts', status: 201, seconds: 0.02 });
    const { body, contentType } = await metrics.render();
    expect(contentType).toContain('text/plain');
    expect(body).toContain(
      'http_server_request_duration_seconds_count{http_request_method="POST",http_route="/api/v1/posts",http_response_status_code="201"} 1',
    );
    expect(body).toContain('build_info{service_name="fn-posts",service_version="1.2.3"');
  });

  it('shows outbox age, depth, lag and quarantine', async () => {
    const { outbox, render } = createMetrics('fn-posts', { processMetrics: false });
    outbox.backlog({ depth: 7, oldestSeconds: 1.5, quarantined: 1 });
    outbox.published({ count: 3, bytes: 100, lagSeconds: 0.02 });
    outbox.quarantined('posts.events', 1);
    outbox.retried('bus');
    const { body } = await render();
    expect(body).toContain('outbox_messages 7');
    expect(body).toContain('outbox_oldest_message_age_seconds 1.5');
    expect(body).toContain('outbox_quarantined_messages 1');
    expect(body).toContain('outbox_published_messages_total 3');
    expect(body).toContain('outbox_relay_lag_seconds_count 1');
    expect(body).toContain('outbox_quarantines_total{messaging_destination_name="posts.events"} 1');
    expect(body).toContain('outbox_retries_total{cause="bus"} 1');
  });

  it('shows outcome, lag and dead letters of each group', async () => {
    const { consumer, render } = createMetrics('fn-matcher', { processMetrics: false });
    const at = { group: 'fn-matcher', topic: 'posts.events' };
    consumer.handled({ ...at, type: 'post.created', outcome: 'done', seconds: 0.001 });
    consumer.deadLettered({ ...at, code: 'undecodable' });
    consumer.lag({ ...at, messages: 12 });
    const { body } = await render();
    expect(body).toMatch(/messaging_process_duration_seconds_count\{.*event_type="post.created",outcome="done"\} 1/);
    expect(body).toMatch(/messaging_dead_letters_total\{.*error_type="undecodable"\} 1/);
    expect(body).toMatch(/messaging_consumer_lag_messages\{.*\} 12/);
  });

  it('keeps two services of one process apart', async () => {
    const posts = createMetrics('fn-posts', { processMetrics: false });
    const matcher = createMetrics('fn-matcher', { processMetrics: false });
    posts.count('posts_reported_total', 'Posts reported.', { kind: 'lost' });
    posts.count('posts_reported_total', 'Posts reported.', { kind: 'lost' }, 2);
    expect((await posts.render()).body).toContain('posts_reported_total{kind="lost"} 3');
    expect((await matcher.render()).body).not.toContain('posts_reported_total');
  });

  it('shows the one state that a breaker is in', async () => {
    const metrics = createMetrics('fn-posts', { processMetrics: false });
    metrics.breaker('mail', 'open');
    const { body } = await metrics.render();
    expect(body).toContain('circuit_breaker_state{name="mail",state="open"} 1');
    expect(body).toContain('circuit_breaker_state{name="mail",state="closed"} 0');
  });
});
