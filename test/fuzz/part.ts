import { campaign } from './campaign.ts';

/** One process of `npm run fuzz`: what it is to send comes as its argument, what came of it goes to its parent. */
process.once('disconnect', () => process.exit());
const options = JSON.parse(String(process.argv[2]));
const onEpoch = (sent: number): void => {
  process.send?.({ sent });
};
const outcome = await campaign({ ...options, onEpoch });
process.send?.({ outcome }, undefined, {}, () => process.disconnect());
