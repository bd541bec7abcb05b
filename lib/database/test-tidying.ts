// Runs anew for every file, which a module that is loaded once does not.
import { afterAll } from 'vitest'
import { tidyUp } from './test-place'

afterAll(tidyUp)
