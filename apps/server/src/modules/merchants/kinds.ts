/** The module's commands: each use case under the name by which its answers are remembered. */
import { type Actor, type CommandKind, singleKind } from '../../platform/commands/command.ts';
import type { Tx } from '../../platform/transaction.ts';
import { addChannel } from './add-channel.ts';
import { addLocation } from './add-location.ts';
import { addRegister } from './add-register.ts';
import { addStaff } from './add-staff.ts';
import { changeChannel } from './change-channel.ts';
import { changeLocation } from './change-location.ts';
import { changeMerchant } from './change-merchant.ts';
import { changeStaff } from './change-staff.ts';
import { resolveException } from './resolve-exception.ts';
import { unpairRegister } from './unpair-register.ts';

const kind = <B, A>(name: string, run: (tx: Tx, body: B, actor: Actor) => Promise<A>): CommandKind<B, A> =>
  singleKind<B, A>(name, (tx, command) => run(tx, command.body, command.actor));

export const kinds = {
  changeMerchant: kind('merchant.change', changeMerchant),
  addLocation: kind('locations.add', addLocation),
  changeLocation: kind('locations.change', changeLocation),
  addChannel: kind('channels.add', addChannel),
  changeChannel: kind('channels.change', changeChannel),
  addRegister: kind('registers.add', addRegister),
  unpairRegister: kind('registers.unpair', unpairRegister),
  addStaff: kind('staff.add', addStaff),
  changeStaff: kind('staff.change', changeStaff),
  resolveException: kind('exceptions.resolve', resolveException),
};
