#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "features/clusters.h"
#include "syntax/labels.h"
#include "syntax/lexical.h"
#include "treebank.h"

// Learning the tagger and the parser from a treebank.

namespace pullquote::train {

/// A sentence as the models see it, with its answers.
struct SyntaxExample {
  std::vector<syntax::LexicalWord> words;
  bool capitalised = false;
  std::vector<syntax::Tag> tags;
  std::vector<std::uint8_t> heads;  // of a word in the sentence; their number for the root
  std::vector<syntax::Relation> relations;
  std::size_t document = 0;
};

/// Sentences that are longer than the parser takes are left out. Throws std::runtime_error for a label that the syntax
/// stage does not know.
[[nodiscard]] std::vector<SyntaxExample> syntax_examples(const std::vector<TreebankDocument>& documents,
                                                         const features::Clusters& clusters);

struct SyntaxOptions {
  int tagger_epochs = 5;
  int parser_epochs = 5;
  /// The parser learns from the tags of taggers that did not learn from the same documents.
  std::size_t folds = 5;
  std::size_t tagger_rows = 24'000;
  std::size_t action_rows = 200'000;
  std::size_t relation_rows = 24'000;
  std::uint32_t seed = 1;
};

/// The bytes for syntax::Syntax. Deterministic, one thread. Lines of `report` say how training goes.
[[nodiscard]] std::vector<std::byte> train_syntax(std::vector<SyntaxExample> examples, const SyntaxOptions& options,
                                                  const std::function<void(const std::string&)>& report = {});

}  // namespace pullquote::train
