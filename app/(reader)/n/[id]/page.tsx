export { default } from '../../news/[id]/page'
