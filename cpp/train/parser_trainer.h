#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "perceptron.h"
#include "syntax/parser.h"
#include "syntax_trainer.h"

namespace pullquote::train {

/// How many arcs of the true tree no later step can reach any more once this one is taken (Goldberg and Nivre,
/// "Training deterministic parsers with non-deterministic oracles", 2013). Exact for trees without crossing arcs.
[[nodiscard]] int lost_arcs(const syntax::ParseState& state, const std::vector<std::uint8_t>& heads,
                            syntax::Action action);

/// Actions and relations.
[[nodiscard]] std::pair<Perceptron, Perceptron> train_parser(const std::vector<SyntaxExample>& examples,
                                                             const SyntaxOptions& options,
                                                             const std::function<void(const std::string&)>& report);

}  // namespace pullquote::train
