/** Takes the place, inside the server, of a request that came out of turn. No client sends it. */
export const REFUSED = 'terraform-ecr/refused';
