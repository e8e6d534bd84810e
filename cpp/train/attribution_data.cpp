#include "attribution_data.h"

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "entities/entities.h"
#include "json_lines.h"

namespace pullquote::train {

namespace {

using Spans = std::vector<Span>;

Spans spans_of(const nlohmann::json& list) {
  Spans spans;
  for (const auto& span : list) spans.push_back({span.at(0).get<std::uint32_t>(), span.at(1).get<std::uint32_t>()});
  return spans;
}

std::vector<std::uint32_t> tokens_in(const Spans& spans, const std::vector<Span>& places) {
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

std::vector<AttributedArticle> read_attributed(const std::filesystem::path& file, const Background& background) {
  std::vector<AttributedArticle> articles;
  each_json_line(file, [&](const nlohmann::json& json, std::size_t) {
    auto& article = articles.emplace_back();
    article.id = json.at("id").get<std::string>();
    article.publisher = json.value("publisher", "");
    article.raw = json.at("text").get<std::string>();
    article.text = std::make_unique<text::Text>(article.raw);
    article.tokens = std::make_unique<tokens::TokenizedText>(tokens::analyse(*article.text));
    article.words = std::make_unique<features::Words>(*article.tokens, background.knowledge.lexicon);
    auto parse = background.syntax.parse(*article.tokens, *article.words);
    const auto linked = entities::find(*article.tokens, *article.words, parse, background.knowledge, true);
    article.reading =
        std::make_unique<quotes::Reading>(*article.tokens, *article.words, background.knowledge.clusters,
                                          std::move(parse), linked, quotes::find_quotations(*article.tokens, true));
    std::vector<Span> places;
    for (std::uint32_t i = 0; i < article.reading->size(); ++i) places.push_back(article.tokens->span({i, i + 1}));
    for (const auto& attribution : json.at("attributions")) {
      article.gold.push_back({.source = tokens_in(spans_of(attribution.at("source")), places),
                              .cue = tokens_in(spans_of(attribution.at("cue")), places),
                              .content = tokens_in(spans_of(attribution.at("content")), places)});
    }
  });
  return articles;
}

}  // namespace pullquote::train
