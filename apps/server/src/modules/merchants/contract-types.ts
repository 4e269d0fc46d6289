/** The contract's types by the module's own names. */
import type { Answer, Body } from '@tandem/contract/index.ts';

export type Merchant = Answer<'GET /api/merchant'>;
export type Location = Answer<'GET /api/locations'>['items'][number];
export type Channel = Answer<'GET /api/channels'>['items'][number];
export type ChannelSource = Channel['sources'][number];
export type Register = Answer<'GET /api/registers'>['items'][number];
export type Staff = Answer<'GET /api/staff'>['items'][number];
export type Session = Answer<'GET /api/session'>;
export type Till = Answer<'GET /api/till'>;
export type Person = Till['staff'][number];
export type NewLocation = Body<'POST /api/locations'>;
export type NewChannel = Body<'POST /api/channels'>;
export type NewRegister = Body<'POST /api/registers'>;
export type SetupBody = Body<'POST /api/setup'>;
export type LocalisedText = Location['name'];
