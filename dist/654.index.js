export const id = 654;
export const ids = [654];
export const modules = {

/***/ 9654:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   commandHelp: () => (/* binding */ commandHelp),
/* harmony export */   overview: () => (/* binding */ overview)
/* harmony export */ });
const WIDTH = 26;
function overview(commands) {
    const lines = commands.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`);
    return `Shows what a change of Istio configuration does to traffic and access, or proves that it does nothing.

Usage: meshproof COMMAND [OPTIONS]

Commands:
${lines.join('\n')}

meshproof COMMAND --help says more. meshproof --version prints the version.

Exit codes: 0 pass or warn, 1 something to approve or to correct, 2 a mistake in the command or its files,
3 a defect of Meshproof.
`;
}
function commandHelp(command) {
    return `Usage: meshproof ${command.name} ${command.usage} [OPTIONS]

${command.about}

Options:
${optionLines(command.options).join('\n')}
`;
}
function optionLines(options) {
    return Object.entries(options).map(([name, { short, value, choices, help }]) => {
        const flag = `${short === undefined ? '    ' : `-${short}, `}--${name}${value === undefined ? '' : ` ${value}`}`;
        const known = choices === undefined ? '' : `: ${choices.join(', ')}`;
        return `  ${flag.padEnd(WIDTH)} ${help}${known}`;
    });
}


/***/ })

};
