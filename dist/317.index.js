export const id = 317;
export const ids = [317];
export const modules = {

/***/ 51633:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ worst),
/* harmony export */   R: () => (/* binding */ describeRef)
/* harmony export */ });
const worst = (a, b) => a === 'unknown' || b === 'unknown'
    ? 'unknown'
    : a === 'assumed' || b === 'assumed'
        ? 'assumed'
        : 'certain';
/** `VirtualService shop/reviews`. */
function describeRef(ref) {
    return `${ref.kind} ${ref.namespace === '' ? '' : `${ref.namespace}/`}${ref.name}`;
}


/***/ }),

/***/ 9317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  validateExpressions: () => (/* binding */ validateExpressions)
});

// EXTERNAL MODULE: ./node_modules/@bufbuild/cel/dist/esm/env.js + 31 modules
var env = __webpack_require__(89735);
// EXTERNAL MODULE: ./node_modules/@bufbuild/cel/dist/esm/parse.js + 3 modules
var parse = __webpack_require__(53340);
// EXTERNAL MODULE: ./node_modules/@bufbuild/cel/dist/esm/plan.js + 9 modules
var plan = __webpack_require__(78217);
// EXTERNAL MODULE: ./node_modules/@bufbuild/cel/dist/esm/error.js
var error = __webpack_require__(42108);
// EXTERNAL MODULE: ./node_modules/@bufbuild/cel/dist/esm/ext/strings.js
var strings = __webpack_require__(65480);
// EXTERNAL MODULE: ./node_modules/re2js/build/index.js
var build = __webpack_require__(2856);
// EXTERNAL MODULE: ./node_modules/@bufbuild/cel/dist/esm/type.js
var type = __webpack_require__(54540);
// EXTERNAL MODULE: ./node_modules/@bufbuild/cel/dist/esm/func.js
var func = __webpack_require__(98558);
// EXTERNAL MODULE: ./build/go/address.js
var address = __webpack_require__(47075);
// EXTERNAL MODULE: ./build/go/url.js
var go_url = __webpack_require__(12974);
;// CONCATENATED MODULE: ./build/schema/cel-functions.js



const { BOOL, STRING, DYN } = type/* CelScalar */.ZR;
const LABEL = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const LABEL_1035 = /^[a-z](?:[-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*$/;
const LABEL_VALUE = /^(?:(?:[A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;
/** What `format.<name>()` stands for (k8s.io/apiserver pkg/cel/library/format.go). */
const FORMATS = {
    dns1123Label: text => text.length <= 63 && LABEL.test(text),
    dns1123Subdomain: text => text.length <= 253 && SUBDOMAIN.test(text),
    dns1035Label: text => text.length <= 63 && LABEL_1035.test(text),
    labelValue: text => text.length <= 63 && LABEL_VALUE.test(text),
    uri: text => (0,go_url/* parseRequestUri */.H)(text) !== null
};
/**
 * Functions that the API server adds to CEL (k8s.io/apiserver pkg/cel/library). A URL and a format are
 * carried as their text: rules are type-checked when a CRD is created, so nothing else can meet them.
 * What is not here makes a rule unknown, never passed.
 */
const kubernetesFunctions = [
    (0,func/* celFunc */.V)('isURL', [STRING], BOOL, text => (0,go_url/* parseRequestUri */.H)(text) !== null),
    (0,func/* celFunc */.V)('url', [STRING], STRING, text => {
        readUrl(text);
        return text;
    }),
    (0,func/* celMethod */.y)('getScheme', STRING, [], STRING, function () {
        return readUrl(this).scheme;
    }),
    (0,func/* celMethod */.y)('getHost', STRING, [], STRING, function () {
        return readUrl(this).host;
    }),
    (0,func/* celMethod */.y)('getHostname', STRING, [], STRING, function () {
        return readUrl(this).hostname;
    }),
    (0,func/* celMethod */.y)('getPort', STRING, [], STRING, function () {
        return readUrl(this).port;
    }),
    (0,func/* celFunc */.V)('isIP', [STRING], BOOL, isIp),
    (0,func/* celFunc */.V)('isCIDR', [STRING], BOOL, isCidr),
    ...Object.keys(FORMATS).map(name => (0,func/* celFunc */.V)(`format.${name}`, [], STRING, () => name)),
    // An optional, which equals null neither with a value nor without: Gateway API 1.6 has a rule that never holds.
    (0,func/* celMethod */.y)('validate', STRING, [STRING], DYN, function (text) {
        const test = Object.hasOwn(FORMATS, this) ? FORMATS[this] : undefined;
        if (test === undefined)
            throw new Error(`unknown format ${this}`);
        return test(text) ? [] : [`must be a ${this}`];
    })
];
function readUrl(text) {
    const url = (0,go_url/* parseRequestUri */.H)(text);
    if (url === null)
        throw new Error(`${JSON.stringify(text)} is no URL`);
    return url;
}
/** No zones and no IPv4 in IPv6: pkg/cel/library/ip.go refuses both. */
function isIp(text) {
    return (0,address/* isIpv4 */.eH)(text) || ((0,address/* isIpv6 */.sX)(text) && !(0,address/* isIpv4InIpv6 */.sV)(text));
}
function isCidr(text) {
    const [address = '', bits = '', ...more] = text.split('/');
    if (more.length > 0 || !isIp(address) || !/^(?:0|[1-9]\d{0,2})$/.test(bits))
        return false;
    return Number(bits) <= (address.includes(':') ? 128 : 32);
}

;// CONCATENATED MODULE: ./build/schema/cel-program.js




/** Macros and operators that the planner handles without a function. */
const BUILT_IN = new Set([
    '_[_]',
    '_[?_]',
    '_?._',
    '_?_:_',
    '_&&_',
    '_||_',
    '@not_strictly_false',
    '__not_strictly_false__'
]);
const WHOLE = { whole: true, tested: [], read: [] };
const patterns = new Map();
const environment = (0,env/* celEnv */.U)({
    funcs: [...strings/* default */.A, ...kubernetesFunctions],
    re2: { compile: pattern => ({ test: text => compilePattern(pattern).matcher(text).find() }) }
});
const programs = new Map();
/** Compiles each distinct expression once. */
function compileExpression(text) {
    let program = programs.get(text);
    if (program === undefined) {
        program = cel_program_build(text);
        programs.set(text, program);
    }
    return program;
}
function cel_program_build(text) {
    try {
        const parsed = (0,parse/* parse */.q)(text);
        const facts = new ExpressionFacts();
        facts.visit(parsed.expr, 0);
        const missing = [...facts.functions].filter(name => !isKnown(name)).sort();
        if (missing.length > 0)
            return broken(`the function ${missing.join(', ')} is not known`);
        const evaluate = (0,plan/* plan */.e)(environment, parsed);
        return {
            usesOldSelf: facts.names.has('oldSelf'),
            nesting: facts.nesting,
            footprint: facts.footprint(),
            run: (self, oldSelf) => outcomeOf(evaluate(oldSelf === undefined ? { self } : { self, oldSelf }))
        };
    }
    catch (error) {
        return broken(messageOf(error));
    }
}
function broken(message) {
    return {
        usesOldSelf: false,
        nesting: 0,
        footprint: WHOLE,
        run: () => ({ kind: 'unknown', message })
    };
}
function isKnown(name) {
    return BUILT_IN.has(name) || environment.funcs.find(name) !== undefined;
}
/** Overload errors cannot pass the API server's type check, so they are this engine's. */
function outcomeOf(result) {
    if (!(0,error/* isCelError */.Jr)(result))
        return { kind: 'value', value: result };
    const message = messageOf(result);
    return /unbound function|no matching overload|RangeError|Maximum call stack/.test(message)
        ? { kind: 'unknown', message }
        : { kind: 'error', message };
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}
function compilePattern(pattern) {
    let compiled = patterns.get(pattern);
    if (compiled === undefined) {
        compiled = build/* RE2JS */.L3.compile(pattern);
        patterns.set(pattern, compiled);
    }
    return compiled;
}
/** What an expression uses, read off its syntax tree. */
class ExpressionFacts {
    functions = new Set();
    names = new Set();
    nesting = 0;
    whole = false;
    tested = new Set();
    read = new Set();
    /** An escaped name is not looked up here. */
    footprint() {
        const fields = [...this.tested, ...this.read];
        if (this.whole || fields.some(field => field.startsWith('__')))
            return WHOLE;
        return { whole: false, tested: [...this.tested].sort(), read: [...this.read].sort() };
    }
    /** `node` is any part of a parsed expression: messages of cel.expr.syntax, walked by their shape. */
    visit(node, depth) {
        if (typeof node !== 'object' || node === null)
            return;
        if (Array.isArray(node)) {
            for (const each of node)
                this.visit(each, depth);
            return;
        }
        let below = depth;
        if ('case' in node && 'value' in node) {
            if (node.case === 'comprehensionExpr')
                below += 1;
            if (node.case === 'selectExpr' && this.addField(node.value))
                return;
            if (node.case === 'identExpr')
                this.addName(node.value);
            if (node.case === 'callExpr')
                this.addFunction(node.value);
        }
        this.nesting = Math.max(this.nesting, below);
        for (const [key, child] of Object.entries(node)) {
            // The range of a comprehension runs once, outside of its loop.
            this.visit(child, key === 'iterRange' ? below - 1 : below);
        }
    }
    addName(value) {
        if (!isNamed(value))
            return;
        this.names.add(value.name);
        if (value.name === 'self')
            this.whole = true;
    }
    /** `self.x` and `has(self.x)`; anything else is walked further. */
    addField(value) {
        if (!isSelect(value) || identOf(value.operand) !== 'self')
            return false;
        this.names.add('self');
        if (value.testOnly)
            this.tested.add(value.field);
        else
            this.read.add(value.field);
        return true;
    }
    addFunction(value) {
        if (!isCall(value))
            return;
        const target = identOf(value.target);
        const qualified = target === undefined ? value.function : `${target}.${value.function}`;
        this.functions.add(environment.funcs.find(qualified) ? qualified : value.function);
    }
}
function identOf(target) {
    if (typeof target !== 'object' || target === null || !('exprKind' in target))
        return undefined;
    const kind = target.exprKind;
    if (typeof kind !== 'object' || kind === null || !('value' in kind) || !('case' in kind))
        return;
    return kind.case === 'identExpr' && isNamed(kind.value) ? kind.value.name : undefined;
}
function isNamed(value) {
    return (typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string');
}
function isSelect(value) {
    return (typeof value === 'object' &&
        value !== null &&
        'operand' in value &&
        'testOnly' in value &&
        'field' in value &&
        typeof value.field === 'string');
}
function isCall(value) {
    return (typeof value === 'object' &&
        value !== null &&
        'function' in value &&
        typeof value.function === 'string');
}

// EXTERNAL MODULE: ./build/schema/expressions.js + 4 modules
var expressions = __webpack_require__(19085);
;// CONCATENATED MODULE: ./build/schema/cel.js


/**
 * Runs the validation rules (`x-kubernetes-validations`) of any CRD with `@bufbuild/cel`, which is costly to load:
 * shells load this module when something is to be validated whose rules may be beyond `plain.ts`.
 */
function validateExpressions(manifest, schemas, base) {
    return (0,expressions/* runExpressions */.$)(manifest, schemas, base, compileExpression);
}


/***/ }),

/***/ 19085:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ runExpressions)
});

// EXTERNAL MODULE: ./build/manifest/map.js
var map = __webpack_require__(83766);
// EXTERNAL MODULE: ./build/schema/below.js
var below = __webpack_require__(10967);
;// CONCATENATED MODULE: ./build/schema/cel-outcomes.js

/** Beyond this many, outcomes are worked out anew. */
const MOST = 50_000;
const known = new WeakMap();
/**
 * Remembers what a rule said of the parts of a value that it reads: a mesh has thousands of durations and
 * selectors and few different ones. Worked out anew where those parts are large.
 */
function remembered(checks, rule, footprint, value, work) {
    const text = footprintText(footprint, value);
    if (text === undefined)
        return work();
    let outcomes = known.get(checks);
    if (outcomes === undefined) {
        outcomes = new Map();
        known.set(checks, outcomes);
    }
    const key = `${rule} ${text}`;
    const before = outcomes.get(key);
    if (before !== undefined)
        return before;
    const outcome = work();
    if (outcomes.size < MOST)
        outcomes.set(key, outcome);
    return outcome;
}
function footprintText({ whole, tested, read }, value) {
    if (whole)
        return textOf(value);
    if (!(0,map/* isMap */.jh)(value))
        return undefined;
    let text = '';
    for (const field of tested) {
        text += Object.hasOwn(value, field) ? (value[field] === null ? 'n' : '+') : '-';
    }
    for (const field of read) {
        const part = Object.hasOwn(value, field) ? textOf(value[field] ?? null) : '-';
        if (part === undefined)
            return undefined;
        text += `,${part}`;
    }
    return text;
}
/** Scalars, and small lists and maps of scalars. */
function textOf(value) {
    if (value === null || typeof value !== 'object') {
        return typeof value === 'string' && value.length > 200 ? undefined : JSON.stringify(value);
    }
    const parts = (0,map/* isMap */.jh)(value) ? Object.values(value) : value;
    if (parts.length > 8)
        return undefined;
    for (const part of parts) {
        if (part !== null && (typeof part === 'object' || String(part).length > 100))
            return undefined;
    }
    return JSON.stringify(value);
}

// EXTERNAL MODULE: ./build/schema/check-table.js
var check_table = __webpack_require__(42251);
;// CONCATENATED MODULE: ./build/schema/cel-value.js


/**
 * JSON as CEL sees it through a schema (k8s.io/apiserver pkg/cel/common): integers are ints and numbers
 * doubles, fields have escaped names, what the schema does not name or does not type is not there.
 */
class CelValues {
    table;
    known = new WeakMap();
    constructor(table) {
        this.table = table;
    }
    /** The value has passed the structural checks. */
    of(index, value) {
        if (value === null || typeof value === 'boolean')
            return value;
        const node = (0,check_table/* nodeOf */.E)(this.table.nodes, index);
        if (typeof value === 'number') {
            return node.type === 'number' || !Number.isInteger(value) ? value : BigInt(value);
        }
        if (typeof value === 'string')
            return node.format === 'byte' ? decodeBase64(value) : value;
        let made = this.known.get(value);
        if (made === undefined) {
            made = (0,map/* isMap */.jh)(value) ? this.map(node, value) : this.list(node, value);
            this.known.set(value, made);
        }
        return made;
    }
    list({ items }, list) {
        return items === undefined ? [] : list.map(item => this.of(items, item));
    }
    map(node, map) {
        const made = new Map();
        for (const key of Object.keys(map)) {
            const value = map[key];
            if (typeof node.additionalProperties === 'number') {
                made.set(key, this.of(node.additionalProperties, value));
                continue;
            }
            const child = node.properties && Object.hasOwn(node.properties, key) ? node.properties[key] : undefined;
            const name = escapeName(key);
            if (child === undefined || name === undefined || !this.isTyped(child))
                continue;
            made.set(name, this.of(child, value));
        }
        return made;
    }
    /** Fields without a type are left out of CEL. */
    isTyped(index) {
        const node = (0,check_table/* nodeOf */.E)(this.table.nodes, index);
        return node.type !== undefined || node.intOrString === true;
    }
}
const RESERVED = new Set('true false null in as break const continue else for function if import let loop package namespace return var void while'.split(' '));
/** k8s.io/apiserver pkg/cel/escaping.go; `undefined` for a name that no expression can hold. */
function escapeName(name) {
    if (!/^[A-Za-z_./-][\w./-]*$/.test(name))
        return undefined;
    if (RESERVED.has(name))
        return `__${name}__`;
    return name.replace(/__|[-./]/g, part => ESCAPES[part] ?? part);
}
const ESCAPES = {
    __: '__underscores__',
    '.': '__dot__',
    '-': '__dash__',
    '/': '__slash__'
};
function decodeBase64(text) {
    return Uint8Array.from(atob(text), character => character.charCodeAt(0));
}

// EXTERNAL MODULE: ./build/finding.js
var finding = __webpack_require__(51633);
// EXTERNAL MODULE: ./build/schema/path.js
var schema_path = __webpack_require__(86779);
// EXTERNAL MODULE: ./build/schema/type.js
var type = __webpack_require__(30360);
// EXTERNAL MODULE: ./build/schema/words.js
var words = __webpack_require__(16723);
;// CONCATENATED MODULE: ./build/schema/cel-words.js




/** A validation rule of the CRD that does not hold. `message` is the rule's own. */
function failedExpression(context, path, value, message) {
    const scalar = value === null || typeof value !== 'object';
    const what = scalar
        ? `${(0,schema_path/* describePath */.N)(path)} is ${(0,type/* describeValue */.bp)(value)}, which`
        : (0,schema_path/* describePath */.N)(path);
    return {
        id: 'schema/failed-expression',
        sources: [],
        severity: 'error',
        certainty: (0,words/* certaintyOf */.hh)(context),
        message: `${what} breaks a validation rule of ${(0,words/* productOf */.$7)(context)}: ${message}`.replace(/^the /, 'The '),
        params: { field: (0,schema_path/* fieldOf */._)(path), rule: message },
        subject: context.manifest.ref,
        at: (0,words/* placeOf */.$t)(context, path, value),
        related: []
    };
}
/** A validation rule that was not run: what it says is open. */
function unknownExpression(context, path, value, rule, cause) {
    const { ref } = context.manifest;
    return {
        reason: cause.reason,
        message: `The validation rule of ${(0,words/* productOf */.$7)(context)} on ${(0,schema_path/* describePath */.N)(path)} of ${(0,finding/* describeRef */.R)(ref)} was not run, since ${cause.message}: ${rule}`,
        subject: ref,
        at: (0,words/* placeOf */.$t)(context, path, value)
    };
}

// EXTERNAL MODULE: ./build/fingerprint.js
var fingerprint = __webpack_require__(34584);
;// CONCATENATED MODULE: ./build/schema/correlate.js


/**
 * Which item of the old list is the same thing as an item of the new one. Only lists with keys say so
 * (apiextensions-apiserver pkg/apiserver/schema/cel/maplist.go).
 */
function correlate(node, old) {
    const keys = node.listMapKeys;
    if (node.listType !== 'map' || keys === undefined || !Array.isArray(old))
        return () => undefined;
    const known = new Map();
    for (const item of old) {
        const identity = identityOf(item, keys);
        if (identity !== undefined && !known.has(identity))
            known.set(identity, item);
    }
    return item => {
        const identity = identityOf(item, keys);
        return identity === undefined ? undefined : known.get(identity);
    };
}
function identityOf(item, keys) {
    if (!(0,map/* isMap */.jh)(item))
        return undefined;
    return (0,fingerprint/* canonical */.$)(keys.map(key => (Object.hasOwn(item, key) ? [item[key]] : [])));
}

// EXTERNAL MODULE: ./build/schema/validate.js + 2 modules
var validate = __webpack_require__(29167);
// EXTERNAL MODULE: ./build/schema/version.js
var schema_version = __webpack_require__(46846);
;// CONCATENATED MODULE: ./build/schema/expressions.js









const hasExpressions = (0,below/* below */.G)(node => node.validations !== undefined);
/** Steps of comprehensions: per rule and per object. The API server's own limits are of this order. */
const STEPS_PER_RULE = 1_000_000;
const STEPS_PER_OBJECT = 3_000_000;
/**
 * Runs the rules as the API server does on create, or on update where `base` is the same object on the
 * other side: then rules about `oldSelf` run as well. Rules on a part that is structurally broken are left
 * out; its own findings stand.
 */
function runExpressions(manifest, schemas, base, compile) {
    const { group, kind } = manifest.ref;
    const known = schemas.kind(group, kind, manifest.version);
    const version = known?.version(manifest.version) ?? (known && (0,schema_version/* fallbackVersion */.NK)(known));
    if (known === undefined || version === undefined)
        return { findings: [], unknown: [] };
    const run = new Run({ manifest, schemas, kind: known, version }, compile);
    run.start(manifest.object, base?.object);
    return { findings: run.findings, unknown: run.unknown };
}
class Run {
    findings = [];
    unknown = [];
    context;
    compile;
    values;
    path = [];
    blocked = new Set();
    steps = 0;
    constructor(context, compile) {
        this.context = context;
        this.compile = compile;
        this.values = new CelValues(context.kind.checks);
    }
    start(object, old) {
        const { kind, version } = this.context;
        if (!hasExpressions(kind.checks, version.schema))
            return;
        const problems = (0,validate/* findProblems */.o6)(object, kind, version);
        if (problems.some(({ id }) => id === 'more-problems'))
            return;
        this.blocked = blockedPlaces(problems);
        const body = (0,validate/* coerceObject */.bs)(object, kind, version);
        this.visit(version.schema, body, old && (0,validate/* coerceObject */.bs)(old, kind, version));
    }
    visit(index, value, old) {
        if (value === null || !hasExpressions(this.context.kind.checks, index))
            return;
        const { nodes } = this.context.kind.checks;
        const node = (0,check_table/* nodeOf */.E)(nodes, index);
        if (node.validations && !this.isBlocked()) {
            for (const rule of node.validations)
                this.check(rule, index, value, old);
        }
        if ((0,map/* isMap */.jh)(value)) {
            for (const key of Object.keys(value)) {
                const named = node.properties && Object.hasOwn(node.properties, key);
                const child = named ? node.properties?.[key] : node.additionalProperties;
                if (typeof child !== 'number')
                    continue;
                this.into(key, child, value[key], (0,map/* isMap */.jh)(old) ? ownValue(old, key) : undefined);
            }
        }
        else if (Array.isArray(value) && node.items !== undefined) {
            const counterpart = correlate(node, old);
            for (const [position, item] of value.entries()) {
                this.into(position, node.items, item, counterpart(item));
            }
        }
    }
    isBlocked() {
        return this.blocked.size > 0 && this.blocked.has(JSON.stringify(this.path));
    }
    into(step, index, value, old) {
        this.path.push(step);
        this.visit(index, value, old);
        this.path.pop();
    }
    check(rule, index, value, old) {
        const program = this.compile(rule.rule);
        if (rule.optionalOldSelf && program.usesOldSelf) {
            this.addUnknown(rule, value, 'internal', 'it takes oldSelf as an optional');
            return;
        }
        // A rule about a change says nothing about a new object.
        if (program.usesOldSelf && (old === undefined || old === null))
            return;
        const steps = program.nesting === 0 ? 1 : largest(value) ** program.nesting;
        this.steps += steps;
        if (steps > STEPS_PER_RULE || this.steps > STEPS_PER_OBJECT) {
            this.addUnknown(rule, value, 'budget', `it would take about ${steps} steps`);
            return;
        }
        const work = () => this.run(program, index, value, old);
        const { checks } = this.context.kind;
        const outcome = program.usesOldSelf
            ? work()
            : remembered(checks, `${index} ${rule.rule}`, program.footprint, value, work);
        this.judge(rule, index, value, outcome);
    }
    run(program, index, value, old) {
        const self = this.selfOf(index, value);
        return program.run(self, program.usesOldSelf ? this.values.of(index, old ?? null) : undefined);
    }
    /** The root also has the type and the name of the object. */
    selfOf(index, value) {
        const self = this.values.of(index, value);
        if (this.path.length > 0 || !(self instanceof Map))
            return self;
        const { apiVersion, object, ref } = this.context.manifest;
        const metadata = new Map();
        for (const field of ['name', 'generateName']) {
            const text = (0,map/* isMap */.jh)(object.metadata) ? ownValue(object.metadata, field) : undefined;
            if (typeof text === 'string')
                metadata.set(field, text);
        }
        return new Map([
            ...self,
            ['apiVersion', apiVersion],
            ['kind', ref.kind],
            ['metadata', metadata]
        ]);
    }
    judge(rule, index, value, outcome) {
        if (outcome.kind === 'unknown') {
            this.addUnknown(rule, value, 'internal', outcome.message);
        }
        else if (outcome.kind === 'error' || outcome.value !== true) {
            const path = [...this.path, ...fieldPathOf(rule)];
            const message = this.messageOf(rule, index, value);
            this.findings.push(failedExpression(this.context, path, value, message));
        }
    }
    messageOf(rule, index, value) {
        if (rule.messageExpression !== undefined) {
            const outcome = this.run(this.compile(rule.messageExpression), index, value, undefined);
            if (outcome.kind === 'value' &&
                typeof outcome.value === 'string' &&
                outcome.value.trim() !== '') {
                return outcome.value.trim();
            }
        }
        return rule.message?.trim() ?? `${rule.rule} does not hold`;
    }
    addUnknown(rule, value, reason, message) {
        const words = rule.message ?? rule.rule;
        const cause = { reason, message };
        this.unknown.push(unknownExpression(this.context, [...this.path], value, words, cause));
    }
}
/** The places whose rules are not run: those that hold what keeps the API server from running any. */
function blockedPlaces(problems) {
    const places = new Set();
    for (const problem of problems) {
        if (!isBlocking(problem))
            continue;
        for (let length = 0; length <= problem.path.length; length++) {
            places.add(JSON.stringify(problem.path.slice(0, length)));
        }
    }
    return places;
}
/** apiextensions-apiserver pkg/registry/customresource/strategy.go: hasBlockingErr. */
function isBlocking(problem) {
    switch (problem.id) {
        case 'wrong-type':
        case 'missing-field':
        case 'invalid-value':
            return true;
        case 'out-of-bounds':
            return problem.bound.side === 'at most' && problem.bound.unit !== '';
        default:
            return false;
    }
}
/** The longest list or map in a value: what a comprehension over part of it may range over. */
function largest(value) {
    if (value === null || typeof value !== 'object')
        return 1;
    const parts = (0,map/* isMap */.jh)(value) ? Object.values(value) : value;
    let most = Math.max(1, parts.length);
    for (const part of parts)
        most = Math.max(most, largest(part));
    return most;
}
function ownValue(map, key) {
    return Object.hasOwn(map, key) ? map[key] : undefined;
}
/** `.spec.name` of a rule; a path with brackets is left at the rule's own place. */
function fieldPathOf({ fieldPath }) {
    if (fieldPath === undefined || !/^(?:\.[\w-]+)+$/.test(fieldPath))
        return [];
    return fieldPath.slice(1).split('.');
}


/***/ })

};
