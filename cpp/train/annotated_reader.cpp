#include <nlohmann/json.hpp>
#include <stdexcept>

#include "annotated_articles.h"
#include "attribution_data.h"
#include "json_lines.h"

// Annotated articles from files of the data folder.

namespace pullquote::train {

namespace {

Label read_label(const std::string& name) {
  static const std::vector<std::pair<std::string_view, Label>> kNames = {
      {"Person", Label::kPerson},   {"Organization", Label::kOrg}, {"Location", Label::kLoc},
      {"Facility", Label::kFac},    {"Date", Label::kDate},        {"Money", Label::kMoney},
      {"Product", Label::kProduct}, {"Misc", Label::kMisc},
  };
  for (std::size_t i = 0; i < kLabelNames.size(); ++i) {
    if (name == kLabelNames[i]) return static_cast<Label>(i);
  }
  for (const auto& [given, label] : kNames) {
    if (name == given) return label;
  }
  throw std::runtime_error("no such label: " + name);
}

std::vector<Span> spans_of(const nlohmann::json& list) {
  std::vector<Span> spans;
  for (const auto& span : list) spans.push_back({span.at(0).get<std::uint32_t>(), span.at(1).get<std::uint32_t>()});
  return spans;
}

}  // namespace

std::vector<AnnotatedArticle> read_annotated(const std::filesystem::path& file) {
  std::vector<AnnotatedArticle> articles;
  each_json_line(file, [&](const nlohmann::json& json, std::size_t number) {
    auto& article = articles.emplace_back();
    article.id = json.value("id", std::to_string(number));
    article.region = json.value("region", std::string());
    article.text = json.at("text").get<std::string>();
    for (const auto& entity : json.at("entities")) {
      article.mentions.push_back({{entity.at(0).get<std::uint32_t>(), entity.at(1).get<std::uint32_t>()},
                                  read_label(entity.at(2).get<std::string>())});
    }
  });
  return articles;
}

std::vector<AttributedArticle> read_attributed(const std::filesystem::path& file, const Background& background) {
  std::vector<AttributedArticle> articles;
  each_json_line(file, [&](const nlohmann::json& json, std::size_t) {
    MarkedArticle article{.id = json.at("id").get<std::string>(),
                          .publisher = json.value("publisher", ""),
                          .text = json.at("text").get<std::string>()};
    for (const auto& attribution : json.at("attributions")) {
      article.attributions.push_back({.source = spans_of(attribution.at("source")),
                                      .cue = spans_of(attribution.at("cue")),
                                      .content = spans_of(attribution.at("content"))});
    }
    articles.push_back(analyse(std::move(article), background));
  });
  return articles;
}

}  // namespace pullquote::train
