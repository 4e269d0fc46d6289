import { ProblemError } from '@tandem/contract/client.ts';
import { expect, test } from 'vitest';
import { faultOf } from './ask-member.ts';

const problem = (more: object) => new ProblemError({ status: 422, code: 'member.phone', ...more });

test.each([
  ['no network', problem({ status: 0, code: 'network' }), { kind: 'offline' }],
  ['an answer that took too long', new DOMException('late', 'TimeoutError'), { kind: 'offline' }],
  ['nobody signed in at the server', problem({ status: 401, code: 'session.missing' }), { kind: 'sign_in' }],
  ['a wrong phone', problem({ field: 'phone' }), { kind: 'field', field: 'phone' }],
  [
    'the phone of another',
    problem({ code: 'member.phone_taken', field: 'phone', params: { memberId: 'mei' } }),
    { kind: 'known', field: 'phone', memberId: 'mei' },
  ],
  ['a server in trouble', problem({ status: 503, code: 'outage' }), { kind: 'failed' }],
])('%s says what to do', (_what, error, fault) => {
  expect(faultOf(error)).toEqual(fault);
});
