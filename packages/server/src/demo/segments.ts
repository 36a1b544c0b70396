import type { OperationCall } from '@latchkey/model';
import { createSegment } from '../slices/segments/index.ts';

const regulatedIndustries: readonly string[] = ['banking', 'insurance', 'healthcare', 'public'];

export const segmentCalls: readonly OperationCall[] = [
  createSegment({
    key: 'beta-customers',
    name: 'Beta customers',
    description: 'They asked to see things early. Cleo keeps the list.',
  }),
  createSegment({
    key: 'germany',
    name: 'Germany',
    description: 'Customers whose contract is under German law.',
    tags: ['legal'],
    rules: [{ clauses: [{ contextKind: 'customer', attribute: 'country', op: 'in', values: ['DE'] }] }],
  }),
  createSegment({
    key: 'regulated-industries',
    name: 'Regulated industries',
    description: 'Customers with a supervisor who asks for records.',
    tags: ['legal'],
    rules: [
      {
        clauses: [
          { contextKind: 'customer', attribute: 'industry', op: 'in', values: [...regulatedIndustries] },
        ],
      },
    ],
  }),
];
