#include "attribution_data.h"

#include <utility>

#include "entities/entities.h"

namespace pullquote::train {

namespace {

std::vector<std::uint32_t> tokens_in(const std::vector<Span>& spans, const std::vector<Span>& places) {
  std::vector<std::uint32_t> tokens;
  for (std::uint32_t i = 0; i < places.size(); ++i) {
    for (const auto span : spans) {
      if (!span.overlaps(places[i])) continue;
      tokens.push_back(i);
      break;
    }
  }
  return tokens;
}

}  // namespace

AttributedArticle analyse(MarkedArticle marked, const Background& background) {
  AttributedArticle article{
      .id = std::move(marked.id), .publisher = std::move(marked.publisher), .raw = std::move(marked.text)};
  article.text = std::make_unique<text::Text>(article.raw);
  article.tokens = std::make_unique<tokens::TokenizedText>(tokens::analyse(*article.text));
  article.words = std::make_unique<features::Words>(*article.tokens, background.knowledge.lexicon);
  const auto parse = background.syntax.parse(*article.tokens, *article.words);
  const auto linked = entities::find(*article.tokens, *article.words, parse, background.knowledge, true);
  article.reading =
      std::make_unique<quotes::Reading>(*article.tokens, *article.words, background.knowledge.clusters, parse, linked,
                                        quotes::find_quotations(*article.tokens, linked, true));
  std::vector<Span> places;
  for (std::uint32_t i = 0; i < article.reading->size(); ++i) places.push_back(article.tokens->span({i, i + 1}));
  for (const auto& attribution : marked.attributions) {
    article.gold.push_back({.source = tokens_in(attribution.source, places),
                            .cue = tokens_in(attribution.cue, places),
                            .content = tokens_in(attribution.content, places)});
  }
  return article;
}

}  // namespace pullquote::train
