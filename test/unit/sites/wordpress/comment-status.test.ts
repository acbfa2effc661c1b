import { describe, expect, it } from 'vitest';
import { createHttp } from '../../../../main/net/http.ts';
import type { CommentStatusChange } from '../../../../main/sites/site-client.ts';
import { createWordPressClient } from '../../../../main/sites/wordpress/client.ts';
import { json, page, refusal, type Scripted, scriptedTransport } from '../../../support/transports.ts';
import { commentRecord } from './records.ts';

const change: CommentStatusChange = {
  remoteId: 2,
  status: 'approved',
  authorIp: '198.51.100.24',
  authorAgent: 'Mozilla/5.0 (X11; Linux x86_64)',
  dateGmt: '2026-11-17T05:41:00Z',
};
const approved = () => json(commentRecord({ status: 'approved' }));

async function decide(over: Partial<CommentStatusChange>, ...answers: Scripted[]) {
  const { transport, requests } = scriptedTransport(...answers);
  const client = createWordPressClient({
    http: createHttp({ transport, version: '1' }),
    apiRoot: 'https://blog.example/wp-json/',
    url: 'https://blog.example',
    credentials: { login: 'mila', password: 'x' },
  });
  const result = await client.setCommentStatus({ ...change, ...over });
  const sent = await Promise.all(
    requests.map(async (request) => ({
      method: request.method,
      agent: request.headers.get('user-agent'),
      body: request.method === 'POST' ? ((await request.json()) as unknown) : null,
    })),
  );
  return { result, sent };
}

describe('setCommentStatus', () => {
  it('sends back address, agent and date with the status', async () => {
    const { result, sent } = await decide({}, approved());
    expect(result).toMatchObject({ ok: true, value: { status: 'approved' } });
    expect(sent).toEqual([
      {
        method: 'POST',
        agent: 'Copydesk/1',
        body: {
          status: 'approved',
          author_ip: '198.51.100.24',
          author_user_agent: 'Mozilla/5.0 (X11; Linux x86_64)',
          date_gmt: '2026-11-17T05:41:00Z',
        },
      },
    ]);
  });

  it.each(['', '0', ' x', 'a  b', '<b>', 'a%20b', 'a\tb'])(
    'sends no agent at all where “%s” would not survive',
    async (agent) => {
      const now = json(commentRecord({ author_user_agent: agent }));
      const answers = agent === '' ? [now, approved()] : [approved()];
      const { sent } = await decide({ authorAgent: agent }, ...answers);
      expect(sent.at(-1)).toMatchObject({ method: 'POST', agent: '' });
      expect(sent.at(-1)?.body).not.toHaveProperty('author_user_agent');
    },
  );

  it.each(['unknown', '10.0.0.1, 10.0.0.2', 'fe80::1%eth0', '999.1.1.1'])(
    'sends “empty” for %s, which is no address',
    async (authorIp) => {
      const { sent } = await decide({ authorIp }, approved());
      expect(sent[0]?.body).toMatchObject({ author_ip: null });
    },
  );

  it('asks for what it does not know before it could wipe it', async () => {
    const { sent } = await decide({ authorIp: '' }, json(commentRecord()), approved());
    expect(sent.map(({ method }) => method)).toEqual(['GET', 'POST']);
    expect(sent[1]?.body).toMatchObject({ author_ip: '198.51.100.24' });
  });

  it('sends nothing when it cannot ask', async () => {
    const { result, sent } = await decide({ authorIp: '' }, refusal(403, 'rest_forbidden_context'));
    expect(result).toMatchObject({ error: { kind: 'forbidden' } });
    expect(sent).toHaveLength(1);
  });

  it.each([403, 406])('names the app after all where a firewall wants an agent (%i)', async (status) => {
    const { result, sent } = await decide(
      { authorAgent: 'a  b' },
      page('<h1>No</h1>', { status }),
      approved(),
    );
    expect(result.ok).toBe(true);
    expect(sent.map(({ agent }) => agent)).toEqual(['', 'Copydesk/1']);
  });

  it('does not try twice where WordPress itself refuses', async () => {
    const { result } = await decide({ authorAgent: 'a  b' }, refusal(403, 'rest_cannot_edit'));
    expect(result).toMatchObject({ error: { kind: 'forbidden', code: 'rest_cannot_edit' } });
  });

  it('does not believe a 200 with another status', async () => {
    const { result } = await decide({}, json(commentRecord({ status: 'hold' })));
    expect(result).toMatchObject({ error: { kind: 'server', reason: 'failed', code: 'status-unchanged' } });
  });
});
