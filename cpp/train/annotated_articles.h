#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "entities/article.h"
#include "entities/mention_labels.h"
#include "features/lexicon.h"
#include "tokens/tokens.h"

namespace pullquote::train {

/// A mention as annotators marked it.
struct Marked {
  Span span;
  Label label = Label::kMisc;
};

/// One line of an annotated file.
struct AnnotatedArticle {
  std::string id;
  std::string region;
  std::string text;
  std::vector<Marked> mentions;
};

/// Reads {"id", "text", "entities": [[start, end, label]...]} a line. Throws std::runtime_error with file and line.
[[nodiscard]] std::vector<AnnotatedArticle> read_annotated(const std::filesystem::path& file);

/// An article as the extractor sees it, with what each part refers to kept alive.
class AnalysedArticle {
 public:
  AnalysedArticle(std::string_view utf8, const features::Lexicon& lexicon);
  AnalysedArticle(const AnalysedArticle&) = delete;
  AnalysedArticle& operator=(const AnalysedArticle&) = delete;

  text::Text text;
  tokens::TokenizedText tokens;
  features::Words words;
  entities::Article article;
};

/// The tags of all tokens for the mentions that annotators marked. A token of which any part is marked belongs to the
/// mention.
[[nodiscard]] std::vector<std::uint8_t> align(const tokens::TokenizedText& tokens, const std::vector<Marked>& mentions);

}  // namespace pullquote::train
