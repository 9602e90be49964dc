/** Replaces, inside the server, a request that came out of turn. No client sends it. */
export const REFUSED = 'terraform-ecr/refused';
