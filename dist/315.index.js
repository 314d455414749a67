export const id = 315;
export const ids = [315];
export const modules = {

/***/ 32315:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ refusePositionals),
/* harmony export */   parseOptions: () => (/* binding */ parseOptions)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(57975);
/* harmony import */ var _config_nearest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(49445);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);



/**
 * @param command for the message alone
 * @throws UserError for an unknown flag, a flag without its value, a value that is no choice
 */
function parseOptions(command, args, options) {
    const { tokens, positionals } = (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({
        args: [...args],
        options: plainOptions(options),
        strict: false,
        allowPositionals: true,
        tokens: true
    });
    const given = new Map();
    for (const token of tokens) {
        if (token.kind !== 'option')
            continue;
        const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
        if (option === undefined)
            throw unknownFlag(command, token.rawName, options);
        if (option.type === 'boolean') {
            if (token.value !== undefined) {
                throw wrong(command, `${token.rawName} takes no value, but "${token.value}" was given.`);
            }
            given.set(token.name, []);
            continue;
        }
        // `--output --no-color` is a forgotten value, not a file named `--no-color`.
        if (token.value === undefined ||
            (!token.inlineValue && token.value.startsWith('-') && token.value !== '-')) {
            throw wrong(command, `${token.rawName} needs a value: ${token.rawName} ${option.value ?? 'VALUE'}.`);
        }
        if (option.choices !== undefined && !option.choices.includes(token.value)) {
            const near = (0,_config_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(token.value, option.choices);
            throw wrong(command, `${token.rawName} ${token.value} is not known${near === undefined ? '' : `; did you mean ${near}?`}`, `Known are ${option.choices.join(', ')}.`);
        }
        given.set(token.name, [...(given.get(token.name) ?? []), token.value]);
    }
    return {
        positionals,
        text: name => given.get(name)?.at(-1),
        list: name => given.get(name) ?? [],
        flag: name => given.has(name)
    };
}
/** @throws UserError where a command that takes no path was given one */
function refusePositionals(command, args) {
    const [first] = args.positionals;
    if (first !== undefined)
        throw wrong(command, `\`meshproof ${command}\` takes no path, but "${first}" was given.`);
}
function plainOptions(options) {
    const plain = {};
    for (const [name, { type, short }] of Object.entries(options)) {
        plain[name] = { type, multiple: true, ...(short !== undefined && { short }) };
    }
    return plain;
}
function unknownFlag(command, flag, options) {
    const near = (0,_config_nearest_js__WEBPACK_IMPORTED_MODULE_2__/* .nearest */ .p)(flag.replace(/^-+/, ''), Object.keys(options));
    return wrong(command, `${flag} is not a flag of \`meshproof ${command}\`${near === undefined ? '.' : `; did you mean --${near}?`}`);
}
function wrong(command, message, hint) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .UserError */ .y(message, hint ?? `See \`meshproof ${command} --help\`.`);
}


/***/ })

};
