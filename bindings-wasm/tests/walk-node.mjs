// The scenarios in Node, through the package as it is published.

import * as kit from "partnerkit";

import { corpus, report } from "./corpus.mjs";
import { walk } from "./walk.mjs";

report("node", await walk(kit, corpus()));
