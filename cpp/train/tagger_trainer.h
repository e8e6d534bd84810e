#pragma once

#include <random>
#include <vector>

#include "perceptron.h"
#include "syntax_trainer.h"

namespace pullquote::train {

/// A number below `bound`, the same on every system.
[[nodiscard]] inline std::size_t below(std::mt19937& random, std::size_t bound) { return random() % bound; }

/// 0 … count-1 in random order.
[[nodiscard]] std::vector<std::size_t> random_order(std::size_t count, std::mt19937& random);

[[nodiscard]] Perceptron train_tagger(const std::vector<const SyntaxExample*>& examples, const SyntaxOptions& options);

}  // namespace pullquote::train
