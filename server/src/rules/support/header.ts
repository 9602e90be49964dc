export { headerOf } from '../../ecr/header.ts';
