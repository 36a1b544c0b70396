import type { Place } from './replies.ts';

/** Every part of a path is encoded: customers' keys are chosen by outside systems. */
const part = encodeURIComponent;

export const projectPath = ({ project }: Pick<Place, 'project'>): string => `/projects/${part(project)}`;
export const environmentPath = ({ project, environment }: Place): string =>
  `${projectPath({ project })}/environments/${part(environment)}`;
export const customerPath = (place: Place, customer: string): string =>
  `${environmentPath(place)}/customers/${part(customer)}`;
export const featurePath = (place: Place, feature: string): string =>
  `${projectPath(place)}/features/${part(feature)}`;
export const flagPath = (place: Place, flag: string): string =>
  `${environmentPath(place)}/flags/${part(flag)}`;
export const segmentPath = (place: Place, segment: string): string =>
  `${environmentPath(place)}/segments/${part(segment)}`;
export const planPath = (place: Place, plan: string): string => `${projectPath(place)}/plans/${part(plan)}`;
