import { expect, it } from 'vitest';
import { problem } from '../../shared/runtime/http.ts';

it('a small request with very much wrong in it does not cause a large answer', () => {
  const errors = Array.from({ length: 5000 }, (_, i) => ({ field: `field${i}`, message: 'Wrong.' }));
  const { errors: told } = JSON.parse(problem(422, 'Not right', errors).body ?? '');
  expect(told).toEqual(errors.slice(0, 100));
});
