import { companion } from './index.js'

await companion()
