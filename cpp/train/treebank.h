#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "text/text.h"
#include "tokens/tokens.h"

// Treebanks in the CoNLL-U format of Universal Dependencies, read as articles are: the text of a document goes through
// the text stage, so that words look as they will when the model is used.

namespace pullquote::train {

struct TreebankDocument {
  std::string name;
  std::unique_ptr<const std::string> original;
  std::unique_ptr<const text::Text> text;
  /// Tokens and sentences as the treebank has them; one section.
  tokens::TokenizedText tokens;
  // Of each token:
  std::vector<std::string> tags;       // XPOS: Penn Treebank
  std::vector<std::string> universal;  // UPOS
  std::vector<std::uint32_t> heads;    // index of a token, or of the token itself for a root
  std::vector<std::string> relations;
};

/// Throws std::runtime_error, naming the file and the line.
[[nodiscard]] std::vector<TreebankDocument> read_treebank(const std::filesystem::path& file);

}  // namespace pullquote::train
