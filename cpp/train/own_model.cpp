#include "own_model.h"

#include <map>
#include <utility>

#include "attribution_trainer.h"
#include "mention_trainer.h"
#include "model/model_file.h"
#include "quotes/model.h"

namespace pullquote::train {

namespace {

using Sections = std::map<std::string, std::vector<std::byte>>;

Sections sections_of(const std::filesystem::path& file) {
  Sections sections;
  const auto model = model::ModelFile::open(file);
  for (const auto& name : model.section_names()) {
    const auto bytes = model.section(name);
    sections[name] = {bytes.begin(), bytes.end()};
  }
  return sections;
}

std::size_t save(const Sections& sections, const std::filesystem::path& out) {
  model::ModelWriter writer;
  for (const auto& [name, bytes] : sections) writer.add(name, bytes);
  writer.save(out);
  return writer.bytes().size();
}

/// A file that goes when training ends, however it does.
class Draft {
 public:
  explicit Draft(const std::filesystem::path& out) : path(out.string() + ".draft") {}
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  ~Draft() {
    std::error_code ignored;
    std::filesystem::remove(path, ignored);
  }
  const std::filesystem::path path;
};

}  // namespace

std::size_t train_own_model(OwnModel own) {
  // Refuses a base that this version cannot read before minutes go into it.
  { const Background readable(model::ModelFile::open(own.base)); }
  auto sections = sections_of(own.base);
  if (!own.annotated.empty()) {
    const features::Lexicon lexicon(model::FlagTable(sections.at("lexicon")));
    const features::Clusters clusters(sections.at("clusters"));
    const auto examples = make_examples(std::move(own.annotated), lexicon);
    MentionOptions options;
    options.pause = own.pause;
    sections["mentions"] =
        train_mentions(examples, clusters, options, [&](const std::string& line) { own.tell("mentions: " + line); });
  }
  if (!own.attributed.empty()) {
    const Draft draft(own.out);
    save(sections, draft.path);
    const auto file = model::ModelFile::open(draft.path);
    const Background background(file);
    std::vector<AttributedArticle> articles;
    articles.reserve(own.attributed.size());
    for (auto& article : own.attributed) {
      own.pause();
      articles.push_back(analyse(std::move(article), background));
    }
    Articles all;
    for (const auto& article : articles) all.push_back(&article);
    auto learned = train_attributions(
        all, [&](const std::string& line) { own.tell("attributions: " + line); }, own.pause);
    sections[std::string(quotes::kPartsSection)] = std::move(learned.parts);
    sections[std::string(quotes::kLinksSection)] = std::move(learned.links);
    sections[std::string(quotes::kAcceptanceSection)] = std::move(learned.acceptance);
  }
  return save(sections, own.out);
}

}  // namespace pullquote::train
