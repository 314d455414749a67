export const id = 472;
export const ids = [472];
export const modules = {

/***/ 75472:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   main: () => (/* binding */ main)
/* harmony export */ });
/* unused harmony export COMMANDS */
/* harmony import */ var _config_nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49445);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _root_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38414);



/** In the order of help. Each is loaded when it is asked for. */
const COMMANDS = {
    check: async () => (await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(452), __webpack_require__.e(292), __webpack_require__.e(522), __webpack_require__.e(485)]).then(__webpack_require__.bind(__webpack_require__, 90485))).check,
    diff: async () => (await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(452), __webpack_require__.e(292), __webpack_require__.e(522), __webpack_require__.e(275)]).then(__webpack_require__.bind(__webpack_require__, 66275))).diff,
    analyze: async () => (await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(452), __webpack_require__.e(292), __webpack_require__.e(522), __webpack_require__.e(782)]).then(__webpack_require__.bind(__webpack_require__, 81782))).analyze,
    validate: async () => (await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(452), __webpack_require__.e(292), __webpack_require__.e(522), __webpack_require__.e(875)]).then(__webpack_require__.bind(__webpack_require__, 46875))).validate,
    explain: async () => (await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(856), __webpack_require__.e(280), __webpack_require__.e(452), __webpack_require__.e(292), __webpack_require__.e(522), __webpack_require__.e(170), __webpack_require__.e(693), __webpack_require__.e(665)]).then(__webpack_require__.bind(__webpack_require__, 71665))).explain,
    test: async () => (await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(856), __webpack_require__.e(280), __webpack_require__.e(452), __webpack_require__.e(292), __webpack_require__.e(522), __webpack_require__.e(170), __webpack_require__.e(693), __webpack_require__.e(268)]).then(__webpack_require__.bind(__webpack_require__, 37268))).test,
    init: async () => (await Promise.all(/* import() */[__webpack_require__.e(292), __webpack_require__.e(919)]).then(__webpack_require__.bind(__webpack_require__, 46919))).init
};
/**
 * The command `meshproof`. Never rejects.
 * @param args without the program's own name
 * @returns the exit code
 */
async function main(args, given = {}) {
    const world = { ...processWorld(), ...given };
    try {
        return await run(args, world);
    }
    catch (error) {
        return await explainFailure(error, args, world);
    }
}
async function run(args, world) {
    const [name, ...rest] = args;
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
        const { overview } = await __webpack_require__.e(/* import() */ 654).then(__webpack_require__.bind(__webpack_require__, 9654));
        const commands = await Promise.all(Object.values(COMMANDS).map(load => load()));
        const [asked] = rest;
        const command = commands.find(one => one.name === asked);
        if (name === 'help' && command !== undefined)
            return showHelp(command, world);
        if (name === 'help' && asked !== undefined)
            throw unknownCommand(asked);
        world.stdout.write(overview(commands));
        return name === undefined ? 2 : 0;
    }
    if (name === '--version' || name === '-v') {
        const { productVersion } = await __webpack_require__.e(/* import() */ 537).then(__webpack_require__.bind(__webpack_require__, 5537));
        world.stdout.write(`${productVersion(world)}\n`);
        return 0;
    }
    const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (load === undefined)
        throw unknownCommand(name);
    const command = await load();
    const { parseOptions } = await __webpack_require__.e(/* import() */ 315).then(__webpack_require__.bind(__webpack_require__, 32315));
    const parsed = parseOptions(name, rest, command.options);
    if (parsed.flag('help'))
        return showHelp(command, world);
    return command.run(parsed, world);
}
async function showHelp(command, world) {
    const { commandHelp } = await __webpack_require__.e(/* import() */ 654).then(__webpack_require__.bind(__webpack_require__, 9654));
    world.stdout.write(commandHelp(command));
    return 0;
}
function unknownCommand(name) {
    const known = Object.keys(COMMANDS);
    const near = (0,_config_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(name, known);
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y(`${name} is not a command${near === undefined ? '' : `; did you mean ${near}?`}`, `Known are ${known.join(', ')}; see \`meshproof --help\`.`);
}
/** The user's mistake is told without a stack; ours with one, and with how to report it. */
async function explainFailure(error, args, world) {
    const { plain } = await __webpack_require__.e(/* import() */ 924).then(__webpack_require__.bind(__webpack_require__, 9924));
    const { redactText } = await __webpack_require__.e(/* import() */ 234).then(__webpack_require__.bind(__webpack_require__, 17234));
    const lines = (text) => text
        .split('\n')
        .map(line => plain(redactText(line)))
        .join('\n');
    if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y) {
        world.stderr.write(`meshproof: ${lines(error.message)}\n${lines(error.hint)}\n`);
        return 2;
    }
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    world.stderr.write(`meshproof: the analysis failed, nothing is proven.
${lines(stack)}

This is a defect of Meshproof, not of your files. Please report it in Meshproof's repository with the lines above,
the command (meshproof ${lines(args.join(' '))}), Node ${process.version} on ${process.platform}, and the smallest manifests that show it.
`);
    return 3;
}
function processWorld() {
    return {
        cwd: process.cwd(),
        env: process.env,
        stdout: sink(process.stdout),
        stderr: sink(process.stderr),
        clock: () => performance.now(),
        root: (0,_root_js__WEBPACK_IMPORTED_MODULE_1__/* .productRoot */ .K)(),
        review: async (input) => (await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(856), __webpack_require__.e(280), __webpack_require__.e(170), __webpack_require__.e(272), __webpack_require__.e(308), __webpack_require__.e(453)]).then(__webpack_require__.bind(__webpack_require__, 57979))).review(input)
    };
}
/** A reader that went away (`| head`) is no failure: what it did not read is dropped, the exit code stays. */
function sink(stream) {
    stream.on('error', (error) => {
        if (error.code !== 'EPIPE')
            throw error;
    });
    return { write: text => void stream.write(text), isTerminal: stream.isTTY === true };
}


/***/ }),

/***/ 49445:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ nearest)
/* harmony export */ });
/** The known name that somebody meant, or undefined where none is near: at most a third of it is wrong. */
function nearest(name, known) {
    if (name.length > 64)
        return undefined;
    let best;
    let least = Math.max(1, Math.floor(name.length / 3)) + 1;
    for (const candidate of known) {
        if (Math.abs(candidate.length - name.length) >= least)
            continue;
        const far = distance(name.toLowerCase(), candidate.toLowerCase());
        if (far < least) {
            least = far;
            best = candidate;
        }
    }
    return best;
}
/** Edits (insert, delete, replace, swap of neighbours) between two short words. */
function distance(a, b) {
    let before = [];
    let last = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
        const row = [i];
        for (let j = 1; j <= b.length; j++) {
            const same = a[i - 1] === b[j - 1];
            let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
            if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
                cost = Math.min(cost, at(before, j - 2) + 1);
            }
            row.push(cost);
        }
        before = last;
        last = row;
    }
    return at(last, b.length);
}
function at(row, index) {
    return row[index] ?? Number.POSITIVE_INFINITY;
}


/***/ }),

/***/ 19473:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ UserError)
/* harmony export */ });
/**
 * The user's mistake: a flag, a path, a configuration, a permission. Shown without a stack; exit 2.
 * Anything else that is thrown is our defect: shown with a stack and how to report it; exit 3.
 */
class UserError extends Error {
    /** What to do about it, one sentence. */
    hint;
    constructor(message, hint, options) {
        super(message, options);
        this.name = 'UserError';
        this.hint = hint;
    }
}


/***/ }),

/***/ 38414:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ productRoot)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73136);


/**
 * The folder that holds `schemas/` and `package.json`: one above this module, from sources, from build/ and from
 * dist/ alike. Never the working directory, and never `process.argv[1]`, which may be a link.
 */
function productRoot() {
    const here = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)((0,node_url__WEBPACK_IMPORTED_MODULE_1__.fileURLToPath)(import.meta.url));
    // A name in a variable: a literal path beside import.meta.url would make the bundler copy the folder.
    const above = '..';
    return (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(here, above);
}


/***/ })

};
