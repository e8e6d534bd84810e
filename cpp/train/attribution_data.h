#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "entities/knowledge.h"
#include "features/clusters.h"
#include "model/model_file.h"
#include "quotes/reading.h"

// Articles with their attributions marked by hand, analysed as extraction analyses them.

namespace pullquote::train {

/// The tokens of each part, ascending.
struct GoldAttribution {
  std::vector<std::uint32_t> source, cue, content;
};

/// What the stages before attribution need.
struct Background {
  explicit Background(const model::ModelFile& file) : knowledge(file), syntax(file) {}

  entities::Knowledge knowledge;
  syntax::Syntax syntax;
};

struct AttributedArticle {
  std::string id, publisher, raw;
  std::unique_ptr<text::Text> text;
  std::unique_ptr<tokens::TokenizedText> tokens;
  std::unique_ptr<features::Words> words;
  std::unique_ptr<quotes::Reading> reading;
  std::vector<GoldAttribution> gold;
};

/// Who said what in an article, as annotators marked it.
struct MarkedAttribution {
  std::vector<Span> source, cue, content;
};
struct MarkedArticle {
  std::string id, publisher, text;
  std::vector<MarkedAttribution> attributions;
};

[[nodiscard]] AttributedArticle analyse(MarkedArticle article, const Background& background);

/// Reads JSON Lines: {"id", "publisher"?, "text", "attributions": [{"source", "cue", "content"}]}, spans as lists of
/// [start, end] in code points. Throws std::runtime_error, naming the file and line.
[[nodiscard]] std::vector<AttributedArticle> read_attributed(const std::filesystem::path& file,
                                                             const Background& background);

}  // namespace pullquote::train
